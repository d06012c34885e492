#pragma once
// Many workers, one order: jobs are taken in the order in which they come, and their results are handed on in it.
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace gongwen::cli {

/// Never more than a window of jobs and results is held, whatever comes behind.
template <class Job, class Result>
class Pipeline {
 public:
  using Work = std::function<Result(Job&)>;

  struct Settings {
    unsigned workers = 1;
    std::size_t window = 4;
    std::chrono::seconds patience{0};                      ///< for one job; 0: no end
    std::chrono::milliseconds tick{200};                   ///< how often `idle` is called while waiting
  };

  Pipeline(Settings settings, Work work) : settings_(settings), work_(std::move(work)) {
    for (unsigned i = 0; i < settings_.workers; ++i) start_worker();
  }
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Waits for the workers, but not for those whose job was given up: `stuck` tells whether there are any.
  ~Pipeline() {
    stop();
    if (producer_.joinable()) producer_.join();
    std::unique_lock lock(shared_->mutex);
    shared_->result_ready.wait(lock, [&] { return shared_->working <= shared_->stuck; });
  }

  /// Runs `produce` in a thread of its own; it hands on jobs with `push` until that says no.
  void feed(std::function<void()> produce) {
    producer_ = std::thread([this, produce = std::move(produce)] {
      produce();
      const std::lock_guard lock(shared_->mutex);
      shared_->complete = true;
      shared_->wake_all();
    });
  }

  /// Waits for room. False: no more jobs are wanted.
  bool push(Job job) {
    std::unique_lock lock(shared_->mutex);
    shared_->room.wait(lock, [&] { return shared_->stopped || shared_->slots.size() < settings_.window; });
    if (shared_->stopped) return false;
    shared_->slots.push_back(std::make_shared<Slot>(std::move(job)));
    shared_->job_ready.notify_one();
    return true;
  }

  /// No more jobs are taken in; those that were are finished.
  void stop() {
    const std::lock_guard lock(shared_->mutex);
    shared_->stopped = true;
    shared_->wake_all();
  }

  /// The next result, in order, or null at the end. `idle` is called now and then while it is waited for. A job that takes
  /// longer than `patience` is given up: `give_up` makes its result, and another worker takes the place of the stuck one.
  std::unique_ptr<Result> next(const std::function<void()>& idle, const std::function<Result(Job&)>& give_up) {
    std::unique_lock lock(shared_->mutex);
    while (true) {
      if (!shared_->slots.empty()) {
        const std::shared_ptr<Slot> front = shared_->slots.front();
        if (front->result) return take(*front);
        if (is_late(*front)) {
          front->given_up = true;
          ++shared_->stuck;
          start_worker_locked();
          auto result = std::make_unique<Result>(give_up(front->job));
          pop();
          return result;
        }
      } else if (shared_->complete) {
        return nullptr;
      }
      if (shared_->result_ready.wait_for(lock, settings_.tick) == std::cv_status::timeout) {
        lock.unlock();
        idle();
        lock.lock();
      }
    }
  }

  [[nodiscard]] bool stuck() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->stuck > 0;
  }

 private:
  using Clock = std::chrono::steady_clock;

  struct Slot {
    explicit Slot(Job&& what) : job(std::move(what)) {}
    Job job;
    bool taken = false, given_up = false;
    Clock::time_point begun;
    std::unique_ptr<Result> result;
  };

  // Outlives the pipeline where a worker is stuck. Each thread is woken for what it waits for alone: room is what the producer
  // waits for, jobs the workers, the result at the front who takes them.
  struct Shared {
    std::mutex mutex;
    std::condition_variable room, job_ready, result_ready;
    std::deque<std::shared_ptr<Slot>> slots;
    bool complete = false, stopped = false;
    std::size_t working = 0, stuck = 0;

    void wake_all() {
      room.notify_all();
      job_ready.notify_all();
      result_ready.notify_all();
    }
  };

  [[nodiscard]] bool is_late(const Slot& slot) const {
    return settings_.patience.count() > 0 && slot.taken && Clock::now() - slot.begun > settings_.patience;
  }

  std::unique_ptr<Result> take(Slot& slot) {
    auto result = std::move(slot.result);
    pop();
    return result;
  }
  void pop() {
    shared_->slots.pop_front();
    shared_->room.notify_one();
  }

  void start_worker() {
    const std::lock_guard lock(shared_->mutex);
    start_worker_locked();
  }
  void start_worker_locked() {
    ++shared_->working;
    std::thread([shared = shared_, work = work_] { serve(*shared, work); }).detach();
  }

  static std::shared_ptr<Slot> free_slot(Shared& shared) {
    for (const auto& slot : shared.slots)
      if (!slot->taken) return slot;
    return nullptr;
  }

  static void serve(Shared& shared, const Work& work) {
    std::unique_lock lock(shared.mutex);
    while (true) {
      std::shared_ptr<Slot> slot;
      shared.job_ready.wait(lock, [&] {
        slot = free_slot(shared);
        return slot != nullptr || shared.complete || shared.stopped;
      });
      if (slot == nullptr) break;
      slot->taken = true;
      slot->begun = Clock::now();
      lock.unlock();
      auto result = std::make_unique<Result>(work(slot->job));
      lock.lock();
      if (slot->given_up) {
        --shared.stuck;
        break;
      }
      slot->result = std::move(result);
      if (slot == shared.slots.front()) shared.result_ready.notify_one();
    }
    --shared.working;
    shared.result_ready.notify_all();
  }

  Settings settings_;
  Work work_;
  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
  std::thread producer_;
};

}  // namespace gongwen::cli
