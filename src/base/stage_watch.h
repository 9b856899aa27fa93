// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace phaen::base {

/// One who measures stages. The compiler knows no clock: it says where a stage begins and ends, and nothing it makes
/// depends on who listens.
class StageWatch {
 public:
  StageWatch() = default;
  StageWatch(const StageWatch&) = default;
  StageWatch(StageWatch&&) = default;
  StageWatch& operator=(const StageWatch&) = default;
  StageWatch& operator=(StageWatch&&) = default;
  virtual ~StageWatch() = default;

  /// Stages nest: while an inner one runs, the outer one does not. `stage` outlives the watch.
  virtual void enter(const char* stage) = 0;
  virtual void leave() = 0;
};

/// The stage that runs while this lives. No watch: nothing.
class WatchedStage {
 public:
  WatchedStage(StageWatch* watch, const char* stage) : watch_(watch) {
    if (watch_ != nullptr) watch_->enter(stage);
  }
  ~WatchedStage() {
    if (watch_ != nullptr) watch_->leave();
  }
  WatchedStage(const WatchedStage&) = delete;
  WatchedStage& operator=(const WatchedStage&) = delete;

 private:
  StageWatch* watch_;
};

}  // namespace phaen::base
