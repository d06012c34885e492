// Notices become rows of a database. The file is made under another name and put in its place when it is whole, so it needs no
// journal of SQLite's own.
#include "cli/ledger/sqlite.hpp"

#include <memory>

#include <sqlite3.h>
#include <unistd.h>

#include <gongwen/version.hpp>

#include "cli/ledger/entry.hpp"
#include "text/utf8.hpp"
#include "writers/json_stream.hpp"

namespace gongwen::cli {
namespace {

constexpr const char* kSchema = R"(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA page_size = 4096;
PRAGMA application_id = 1735290743;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE notices(
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  title TEXT, document_number TEXT, agency TEXT, year INTEGER, serial INTEGER, issuer TEXT, issued_on TEXT,
  issued_document TEXT, publicity TEXT, signatory TEXT, urgency TEXT, secrecy TEXT, addressees TEXT, copied_to TEXT);
CREATE TABLE sections(
  id INTEGER PRIMARY KEY, notice_id INTEGER NOT NULL REFERENCES notices(id), part INTEGER NOT NULL, section TEXT NOT NULL, parent TEXT,
  level INTEGER NOT NULL, label TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, line INTEGER NOT NULL);
CREATE TABLE tasks(
  id INTEGER PRIMARY KEY, notice_id INTEGER NOT NULL REFERENCES notices(id), task_id TEXT NOT NULL, origin TEXT NOT NULL, number TEXT,
  path TEXT NOT NULL, section TEXT, task TEXT NOT NULL, deadline TEXT, deadline_kind TEXT, deadline_date TEXT, deadline_start TEXT,
  ongoing INTEGER, recurrence TEXT, extra TEXT NOT NULL, line INTEGER NOT NULL);
CREATE TABLE units(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE task_units(
  task_id INTEGER NOT NULL REFERENCES tasks(id), unit_id INTEGER NOT NULL REFERENCES units(id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'supporting')), position INTEGER NOT NULL);
CREATE TABLE diagnostics(
  id INTEGER PRIMARY KEY, notice_id INTEGER NOT NULL REFERENCES notices(id), rule TEXT NOT NULL, severity TEXT NOT NULL,
  message TEXT NOT NULL, line INTEGER NOT NULL);
CREATE VIRTUAL TABLE task_search USING fts5(task, path, units, notice, tokenize = 'trigram');
CREATE VIRTUAL TABLE task_pairs USING fts5(task, path, units, notice, content = '', detail = column);
)";

constexpr const char* kIndices = R"(
CREATE INDEX notices_issued_on ON notices(issued_on);
CREATE INDEX notices_document_number ON notices(document_number);
CREATE INDEX notices_sha256 ON notices(sha256);
CREATE INDEX sections_notice ON sections(notice_id);
CREATE INDEX tasks_notice ON tasks(notice_id);
CREATE INDEX tasks_deadline_date ON tasks(deadline_date);
CREATE UNIQUE INDEX task_units_task ON task_units(task_id, role, position);
CREATE INDEX task_units_unit ON task_units(unit_id, role);
CREATE INDEX diagnostics_notice ON diagnostics(notice_id);
CREATE INDEX diagnostics_rule ON diagnostics(rule);
INSERT INTO task_search(task_search) VALUES ('optimize');
INSERT INTO task_pairs(task_pairs) VALUES ('optimize');
COMMIT;
)";

struct Closer {
  void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    statement_.reset(statement);
  }

  /// Values one after the other.
  Statement& text(std::string_view value) {
    sqlite3_bind_text64(statement_.get(), ++at_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
  }
  Statement& number(std::int64_t value) { return sqlite3_bind_int64(statement_.get(), ++at_, value), *this; }
  /// NULL where there is none.
  Statement& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  Statement& number_or_null(std::int64_t value) { return value == 0 ? null() : number(value); }
  Statement& null() { return sqlite3_bind_null(statement_.get(), ++at_), *this; }

  bool run() {
    const int result = sqlite3_step(statement_.get());
    found_ = result == SQLITE_ROW ? sqlite3_column_int64(statement_.get(), 0) : 0;
    sqlite3_reset(statement_.get());
    at_ = 0;
    return result == SQLITE_DONE || result == SQLITE_ROW;
  }
  /// The first number of the row that `run` came to.
  [[nodiscard]] std::int64_t found() const noexcept { return found_; }

 private:
  std::unique_ptr<sqlite3_stmt, Closer> statement_;
  int at_ = 0;
  std::int64_t found_ = 0;
};

std::string extra_json(const Record& record) {
  std::string out;
  JsonStream json(out, 0);
  json.begin_object();
  for (const auto& [header, value] : record.extra) json.text_key(header), json.string(value);
  json.end_object();
  return out;
}

// Trigrams find words of three characters and more, but most Chinese words have two: "教育局" is the words "教育 育局" here.
std::string pairs(std::string_view text) {
  std::string out;
  std::string_view before;   // the Chinese character before, if there is one
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    const std::string_view here = text.substr(i, c.size);
    i += c.size;
    if (text::is_han(c.value)) {
      if (!before.empty()) out.append(out.ends_with(' ') ? "" : " ").append(before).append(here).append(" ");
      before = here;
      continue;
    }
    before = {};
    out += text::is_ascii_digit(c.value) || text::is_ascii_letter(c.value) ? here : std::string_view(" ");
  }
  return out;
}

class Database {
 public:
  explicit Database(sqlite3* database)
      : database_(database),
        notice_(database, "INSERT INTO notices(path, format, encoding, size, sha256, title, document_number, agency, year, serial, issuer, issued_on, "
                          "issued_document, publicity, signatory, urgency, secrecy, addressees, copied_to) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        section_(database, "INSERT INTO sections(notice_id, part, section, parent, level, label, number, title, text, line) VALUES (?,?,?,?,?,?,?,?,?,?)"),
        task_(database, "INSERT INTO tasks(notice_id, task_id, origin, number, path, section, task, deadline, deadline_kind, deadline_date, deadline_start, "
                        "ongoing, recurrence, extra, line) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        new_unit_(database, "INSERT OR IGNORE INTO units(name) VALUES (?)"),
        unit_(database, "SELECT id FROM units WHERE name = ?"),
        task_unit_(database, "INSERT INTO task_units(task_id, unit_id, role, position) VALUES (?,?,?,?)"),
        finding_(database, "INSERT INTO diagnostics(notice_id, rule, severity, message, line) VALUES (?,?,?,?,?)"),
        search_(database, "INSERT INTO task_search(rowid, task, path, units, notice) VALUES (?,?,?,?,?)"),
        pairs_(database, "INSERT INTO task_pairs(rowid, task, path, units, notice) VALUES (?,?,?,?,?)") {}

  bool add(const Entry& e) {
    notice_.text(e.path).text(e.format).text_or_null(e.encoding).number(e.size).text(e.sha256).text_or_null(e.title).text_or_null(e.document_number);
    notice_.text_or_null(e.agency).number_or_null(e.year).number_or_null(e.serial).text_or_null(e.issuer).text_or_null(e.issued_on);
    notice_.text_or_null(e.issued_document).text_or_null(e.publicity).text_or_null(e.signatory).text_or_null(e.urgency).text_or_null(e.secrecy);
    notice_.text_or_null(joined(e.addressees, "、")).text_or_null(joined(e.copied_to, "、"));
    if (!notice_.run()) return false;
    const std::int64_t id = sqlite3_last_insert_rowid(database_);
    for (const EntrySection& s : e.sections)
      if (!section_.number(id).number(s.part).text(s.id).text_or_null(s.parent).number(s.level).text(s.label).number(s.number).text(s.title).text(s.text).number(s.line).run())
        return false;
    for (const Record& record : e.records)
      if (!add_task(id, e, record)) return false;
    for (const Finding& f : e.findings)
      if (!finding_.number(id).text(f.rule).text(f.severity).text(f.message).number(f.line).run()) return false;
    return true;
  }

 private:
  bool add_task(std::int64_t notice, const Entry& e, const Record& r) {
    const bool timed = !r.deadline_kind.empty();
    task_.number(notice).text(r.id).text(r.origin).text_or_null(r.number).text(joined(r.path, " / ")).text_or_null(r.section).text(r.task);
    task_.text_or_null(r.deadline).text_or_null(r.deadline_kind).text_or_null(r.deadline_date).text_or_null(r.deadline_start);
    timed ? task_.number(r.ongoing ? 1 : 0) : task_.null();
    if (!task_.text_or_null(r.recurrence).text(extra_json(r)).number(r.line).run()) return false;
    const std::int64_t id = sqlite3_last_insert_rowid(database_);
    std::string names;
    const bool linked = link(id, r.lead, "lead", names) && link(id, r.responsible, "responsible", names) && link(id, r.supporting, "supporting", names);
    return linked && search_.number(id).text(r.task).text(joined(r.path, " / ")).text(names).text(e.title).run() &&
           pairs_.number(id).text(pairs(r.task)).text(pairs(joined(r.path, " / "))).text(pairs(names)).text(pairs(e.title)).run();
  }

  bool link(std::int64_t task, const std::vector<std::string>& units, std::string_view role, std::string& names) {
    std::int64_t position = 0;
    for (const std::string& unit : units) {
      if (!new_unit_.text(unit).run() || !unit_.text(unit).run()) return false;
      if (!task_unit_.number(task).number(unit_.found()).text(role).number(++position).run()) return false;
      names.append(names.empty() ? "" : "、").append(unit);
    }
    return true;
  }

  sqlite3* database_;
  Statement notice_, section_, task_, new_unit_, unit_, task_unit_, finding_, search_, pairs_;
};

bool run(sqlite3* database, const char* sql) { return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

bool tell_about(sqlite3* database) {
  Statement about(database, "INSERT INTO about(key, value) VALUES (?, ?)");
  return about.text("gongwen").text(version()).run() && about.text("schema_version").text(kSchemaVersion).run();
}

}  // namespace

std::optional<Trouble> write_sqlite(Notices& notices, const std::string& path, Language language) {
  (void)::unlink(path.c_str());
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  const std::unique_ptr<sqlite3, Closer> database(opened);
  const auto failed = [&] { return trouble(BatchError::write, opened != nullptr ? sqlite3_errmsg(opened) : "sqlite3", language); };
  if (result != SQLITE_OK || !run(opened, kSchema) || !tell_about(opened)) return failed();
  {
    Database rows(opened);
    std::string line;
    while (notices.next(line)) {
      const auto entry = read_entry(line);
      if (!entry) return trouble(BatchError::bad_part, "", language);
      if (!rows.add(*entry)) return failed();
    }
  }
  if (notices.fault) return notices.fault;
  if (!run(opened, kIndices)) return failed();
  return std::nullopt;
}

}  // namespace gongwen::cli
