// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include "base/format.h"

namespace phaen::base {
namespace {

Failure cannot(const char* code, const std::string& path, const char* th, const char* en, int error) {
  const std::string reason = std::strerror(error);
  Diagnostic diagnostic{Severity::Error, code, {}, {format("{}: {}", th, reason), format("{}: {}", en, reason)}, {}};
  diagnostic.where.file = path;
  if (error == ENOSPC)
    diagnostic.hint = {"ดิสก์เต็ม ลบแฟ้มที่ไม่ใช้แล้วสั่งใหม่", "the disk is full; free some space and run again"};
  if (error == ENOENT) diagnostic.hint = {"ตรวจชื่อและโฟลเดอร์ของแฟ้ม", "check the name and the folder of the file"};
  if (error == EACCES) diagnostic.hint = {"ตรวจสิทธิ์ของแฟ้มหรือโฟลเดอร์", "check the permissions of the file or folder"};
  return Failure(std::move(diagnostic));
}

Failure cannot_write(const std::string& path, int error) {
  return cannot("B002", path, "เขียนแฟ้มไม่ได้", "cannot write the file", error);
}

std::string partial_of(const std::string& path) { return path + ".partial"; }

// Owns one file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int fd() const { return fd_; }
  bool close() {
    const int fd = fd_;
    fd_ = -1;
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// To the disk, if each can take its target's place: one file by itself, many with all else that waits on their disk,
// which takes it one turn, not one a file.
Result<void> flush(const std::vector<std::string>& paths) {
  std::set<dev_t> flushed;
  for (const std::string& path : paths) {
    Descriptor file(::open(partial_of(path).c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (file.fd() < 0 || ::fstat(file.fd(), &info) != 0) return cannot_write(path, errno);
    struct stat target {};
    if (::stat(path.c_str(), &target) == 0 && S_ISDIR(target.st_mode)) return cannot_write(path, EISDIR);
    if (paths.size() > 1 && !flushed.insert(info.st_dev).second) continue;
    if ((paths.size() > 1 ? ::syncfs(file.fd()) : ::fsync(file.fd())) != 0) return cannot_write(path, errno);
  }
  return {};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const auto failed = [&path] { return cannot("B001", path, "อ่านแฟ้มไม่ได้", "cannot read the file", errno); };
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd() < 0) return failed();
  std::string bytes;
  constexpr std::size_t kChunk = std::size_t{1} << 16;
  struct stat status = {};
  if (::fstat(file.fd(), &status) == 0) bytes.reserve(static_cast<std::size_t>(status.st_size) + kChunk);
  for (;;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kChunk);
    const ssize_t got = ::read(file.fd(), bytes.data() + size, kChunk);
    bytes.resize(size + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed();
    if (got == 0) return bytes;
  }
}

Result<void> write_file_atomically(const std::string& path, std::string_view bytes) {
  StagedFiles file;
  const Result<void> written = file.add(path, bytes);
  return written ? file.commit() : written;
}

StagedFiles::~StagedFiles() {
  for (const std::string& path : paths_) ::unlink(partial_of(path).c_str());
}

Result<void> StagedFiles::add(const std::string& path, std::string_view bytes) {
  paths_.push_back(path);
  Descriptor file(::open(partial_of(path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.fd() < 0 || !write_all(file.fd(), bytes) || !file.close()) return cannot_write(path, errno);
  return {};
}

Result<void> StagedFiles::commit() {
  if (Result<void> durable = flush(paths_); !durable) return durable;
  while (!paths_.empty()) {
    const std::string path = paths_.front();
    if (std::rename(partial_of(path).c_str(), path.c_str()) != 0) return cannot_write(path, errno);
    paths_.erase(paths_.begin());
  }
  return {};
}

}  // namespace phaen::base
