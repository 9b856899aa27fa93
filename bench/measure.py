#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times whole processes in turn, A B C A B C ..., and prints a Markdown table of medians.

usage: measure.py [--runs N] [--warmup N] [--timeout SECONDS] --what pages|rows NAME=OUTPUT=COMMAND ...

Each COMMAND runs N times after the warm-up, from its start to its exit; OUTPUT is the file it makes (its pages are
counted with pdfinfo, rows are given as `rows:100000`). CPU seconds and peak memory are the operating system's own
account of the process and the children it waited for (the largest of them, not their sum). Ratios are taken round by
round against the first command. A command that fails or outlives its time is left out of further rounds and said so.
"""
import argparse
import os
import shlex
import signal
import statistics
import subprocess
import sys
import time


def run(command, timeout):
    """Wall seconds, CPU seconds, peak MiB, exit code."""
    with open(os.devnull, 'r+b') as nothing:
        start = time.monotonic()
        child = subprocess.Popen(shlex.split(command), stdin=nothing, stdout=nothing, stderr=nothing,
                                 start_new_session=True)
        previous = signal.signal(signal.SIGALRM, lambda *_: os.killpg(child.pid, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, timeout)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
        child.returncode = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode


def count(output, what):
    if output.startswith('rows:'):
        return int(output[5:])
    if what == 'rows' or not os.path.exists(output):
        return 0
    info = subprocess.run(['pdfinfo', output], capture_output=True, text=True).stdout
    return next((int(line.split()[1]) for line in info.splitlines() if line.startswith('Pages:')), 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--warmup', type=int, default=1)
    parser.add_argument('--timeout', type=float, default=600)
    parser.add_argument('--what', choices=('pages', 'rows'), default='pages')
    parser.add_argument('commands', nargs='+')
    options = parser.parse_args()
    entries = [entry.split('=', 2) for entry in options.commands]
    results, failed = {name: [] for name, _, _ in entries}, {}
    for turn in range(options.warmup + options.runs):
        for name, _, command in entries:
            if name in failed:
                continue
            *figures, code = run(command, options.timeout)
            if code != 0:
                failed[name] = code
                print('%s: exit code %d: %s' % (name, code, command), file=sys.stderr)
            elif turn >= options.warmup:
                results[name].append(figures)
    what = options.what
    print('| program | wall s (min-max) | CPU s | %s | %s/s | ratio to %s | peak MiB | kB | bytes a %s |' % (
        what, what, entries[0][0], what[:-1]))
    print('|---|---|---|---|---|---|---|---|---|')
    for name, output, _ in entries:
        runs = results[name]
        if name in failed or not runs:
            print('| %s | failed (%s) |' % (name, failed.get(name)))
            continue
        wall, cpu, peak = (statistics.median(column) for column in zip(*runs))
        walls = [figures[0] for figures in runs]
        # A command dropped later has fewer rounds: pairs go as far as the shorter list.
        ratio = statistics.median(a[0] / b[0] for a, b in zip(runs, results[entries[0][0]]))
        number = count(output, what)
        path = output if os.path.exists(output) else None
        size = os.path.getsize(path) if path else 0
        print('| %s | %.2f (%.2f-%.2f) | %.2f | %d | %.0f | %.2f | %.0f | %s | %s |' % (
            name, wall, min(walls), max(walls), cpu, number, number / wall, ratio, peak,
            '%.0f' % (size / 1000) if size else '-', '%.0f' % (size / number) if size and number else '-'))


if __name__ == '__main__':
    main()
