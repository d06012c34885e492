// What a notice costs, stage by stage, beside the floor: what merely reading its bytes costs. For a .docx the floor is to
// read the file, inflate the main part and parse its XML in place; for text, to read it and to take it to UTF-16 and back.
// usage: gongwen-bench FOLDER [Google Benchmark's options]      every file of the folder
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <gongwen/gongwen.hpp>
#include <libdeflate.h>
#include <pugixml.hpp>
#include <unicode/unistr.h>
#include <zip.h>

#include "extract/extract.hpp"
#include "extract/table_recovery.hpp"
#include "normalize/folded.hpp"
#include "segment/segment.hpp"
#include "text/sha256.hpp"

namespace {

using gongwen::Document;
using gongwen::Folded;
using gongwen::Grammar;
using gongwen::Notice;

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(std::filesystem::file_size(path), '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(text.size()))) std::abort();
  return text;
}

// A stage that needs something of its own each time: only `run` is timed.
template <class Prepare, class Run>
void time_stage(benchmark::State& state, Prepare prepare, Run run) {
  for (auto _ : state) {
    auto input = prepare();
    const auto begin = std::chrono::steady_clock::now();
    run(input);
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
}

struct Raw {
  std::string deflated;
  std::size_t size = 0;
};

Raw main_part(const std::string& container) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(container.data(), container.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!archive) std::abort();
  const zip_int64_t index = zip_name_locate(archive, "word/document.xml", 0);
  zip_stat_t stat;
  zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &stat);
  Raw raw{std::string(stat.comp_size, '\0'), stat.size};
  zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), ZIP_FL_COMPRESSED);
  zip_fread(file, raw.deflated.data(), raw.deflated.size());
  zip_fclose(file);
  zip_discard(archive);
  return raw;
}

void floor_of_docx(const std::filesystem::path& path) {
  const std::string container = read_file(path);
  const Raw raw = main_part(container);
  std::string xml(raw.size, '\0');
  libdeflate_decompressor* inflater = libdeflate_alloc_decompressor();
  if (libdeflate_deflate_decompress(inflater, raw.deflated.data(), raw.deflated.size(), xml.data(), xml.size(), nullptr) != 0)
    std::abort();
  libdeflate_free_decompressor(inflater);
  pugi::xml_document tree;
  if (!tree.load_buffer_inplace(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single)) std::abort();
  benchmark::DoNotOptimize(tree.document_element());
}

void floor_of_text(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  std::string back;
  icu::UnicodeString::fromUTF8(text).toUTF8String(back);
  benchmark::DoNotOptimize(back.data());
}

/// One file, and what each stage makes of it for the next.
struct Case {
  std::filesystem::path path;
  std::string bytes;
  Document document;
  bool docx;

  explicit Case(const std::filesystem::path& from) : path(from), bytes(read_file(from)), docx(from.extension() == ".docx") {
    auto read = gongwen::read_document(bytes_of(bytes));
    if (!read) std::abort();
    document = std::move(*read);
  }
};

void read(benchmark::State& state, const Case& c) {
  for (auto _ : state) benchmark::DoNotOptimize(gongwen::read_document(bytes_of(c.bytes)));
}

void digest(benchmark::State& state, const Case& c) {
  for (auto _ : state) benchmark::DoNotOptimize(gongwen::text::sha256(bytes_of(c.bytes)));
}

void fold(benchmark::State& state, const Case& c) {
  for (auto _ : state) benchmark::DoNotOptimize(Folded(c.document.source));
}

void tables(benchmark::State& state, const Case& c) {
  const Folded folded(c.document.source);
  time_stage(state, [&] { return c.document; },
             [&](Document& document) { gongwen::recover_tables(document, folded, Grammar::builtin()); });
}

Document with_tables(const Case& c) {
  Document document = c.document;
  if (!c.docx) gongwen::recover_tables(document, Folded(document.source), Grammar::builtin());
  return document;
}

void segment(benchmark::State& state, const Case& c) {
  const Document document = with_tables(c);
  const Folded folded(document.source);
  for (auto _ : state) benchmark::DoNotOptimize(gongwen::segment(document, folded, Grammar::builtin()));
}

void extract(benchmark::State& state, const Case& c) {
  const Document document = with_tables(c);
  const Folded folded(document.source);
  const auto outline = gongwen::segment(document, folded, Grammar::builtin());
  for (auto _ : state) {
    Notice notice;
    gongwen::extract(document, outline, folded, Grammar::builtin(), false, notice);
    benchmark::DoNotOptimize(notice);
  }
}

void json(benchmark::State& state, const Case& c) {
  const auto notice = gongwen::parse(bytes_of(c.bytes));
  for (auto _ : state) benchmark::DoNotOptimize(gongwen::to_json(*notice));
}

// From the file to the bytes of its JSON.
void whole(benchmark::State& state, const Case& c) {
  for (auto _ : state) {
    const std::string bytes = read_file(c.path);
    benchmark::DoNotOptimize(gongwen::to_json(*gongwen::parse(bytes_of(bytes))));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(c.bytes.size()));
}

void floor(benchmark::State& state, const Case& c) {
  for (auto _ : state) c.docx ? floor_of_docx(c.path) : floor_of_text(c.path);
}

void add(const Case& c) {
  using Stage = void (*)(benchmark::State&, const Case&);
  constexpr std::pair<const char*, Stage> kStages[] = {{"floor", floor}, {"whole", whole}, {"read", read},
                                                       {"digest", digest}, {"fold", fold}, {"tables", tables},
                                                       {"segment", segment}, {"extract", extract}, {"json", json}};
  for (const auto& [name, stage] : kStages) {
    if (stage == tables && c.docx) continue;   // Word's tables need no recovery
    auto* added = benchmark::RegisterBenchmark((c.path.filename().string() + "/" + name).c_str(), stage, c);
    added->Unit(benchmark::kMicrosecond);
    if (stage == tables) added->UseManualTime();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || !std::filesystem::is_directory(argv[1])) {
    std::fprintf(stderr, "usage: gongwen-bench FOLDER [Google Benchmark's options]\n");
    return 2;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) add(Case(file));
  --argc;
  argv[1] = argv[0];
  benchmark::Initialize(&argc, argv + 1);
  benchmark::RunSpecifiedBenchmarks();
}
