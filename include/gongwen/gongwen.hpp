#pragma once
/// gongwen: Chinese policy notices (公文, 通知) as data. Start here.
///
/// One call turns the bytes of a .txt or .docx into a Notice:
///
///     #include <gongwen/gongwen.hpp>
///
///     std::vector<std::byte> bytes = …;                       // the file, however you got it
///     gongwen::Result<gongwen::Notice> result = gongwen::parse(bytes);
///     if (!result) {
///       std::cerr << code_name(result.error().code) << ": " << message(result.error(), gongwen::Language::en) << '\n';
///       return;
///     }
///     for (const gongwen::Task& task : result->tasks)         // one record for each assignment
///       std::cout << task.task.text << " <- " << task.responsible_units.size() << " units\n";
///     std::cout << gongwen::to_json(*result);                 // or all of it, as the output contract says
///
/// What is worth knowing:
///
/// - Any bytes give a Notice or a named Error, nothing else: no exception, no output, no global state. `parse` may run on
///   any number of threads at once, and the same bytes give the same Notice on each.
/// - An input that is no notice at all is an Error (result.hpp). Whatever is odd about a notice is a Diagnostic in it
///   (diagnostic.hpp): the notice is given all the same.
/// - Every value knows its place: a Span is bytes of Notice::text, the source text, and the cell inside a table (text.hpp).
///   `to_json` counts code points and lines.
/// - What gongwen knows of the language is a Grammar (grammar.hpp). The built-in one is the default; files add to it.
/// - A Notice is made of values: copy it, keep it, take it apart.
///
/// Then read: parse.hpp (the call and its options), notice.hpp (what comes back), outline.hpp (parts and sections), task.hpp
/// (records), check.hpp and rule.hpp (what is wrong with a notice), deadline.hpp (one expression of time by itself), document.hpp and reader.hpp (what stands before: blocks and tables as the reader found them).
#include <gongwen/check.hpp>
#include <gongwen/deadline.hpp>
#include <gongwen/diagnostic.hpp>
#include <gongwen/document.hpp>
#include <gongwen/explain.hpp>
#include <gongwen/grammar.hpp>
#include <gongwen/notice.hpp>
#include <gongwen/outline.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/reader.hpp>
#include <gongwen/result.hpp>
#include <gongwen/rule.hpp>
#include <gongwen/task.hpp>
#include <gongwen/text.hpp>
#include <gongwen/units.hpp>
#include <gongwen/version.hpp>
#include <gongwen/writer.hpp>
