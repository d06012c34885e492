#pragma once
namespace gongwen::cli {

/// From now on the first Ctrl-C (SIGINT), SIGTERM or SIGHUP only asks to stop; the second one kills.
void catch_interrupts();
/// The signal that asked to stop, or 0.
[[nodiscard]] int interrupted() noexcept;

}  // namespace gongwen::cli
