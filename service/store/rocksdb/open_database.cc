#include "service/store/rocksdb/open_database.h"

#include <fcntl.h>
#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/listener.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/store/rocksdb/errors.h"
#include "service/store/rocksdb/forwarding_logger.h"

namespace gainsay::store {
namespace {

namespace fs = std::filesystem;

// Few shards, so that each holds many blocks where the cache is small.
constexpr int kCacheShardBits = 2;

absl::Status CannotOpen(const std::string& directory, const std::error_code& error) {
  return absl::UnavailableError(absl::StrCat(directory, " cannot be opened: ", error.message()));
}

// What making a database leaves before it has its CURRENT file and thus any data; a process killed then
// must not bar the next one.
bool IsLeftOfMaking(const std::string& file) {
  return file == "LOCK" || file == "IDENTITY" || file.starts_with("MANIFEST-") || file.ends_with(".dbtmp");
}

// Of a database that has lost its CURRENT file.
bool IsOfDatabase(const std::string& file) {
  return file.starts_with("MANIFEST-") || file.starts_with("OPTIONS-") || file.ends_with(".sst");
}

// Refuses a directory that holds anything but a store, or nothing.
absl::Status CheckContents(const std::string& directory) {
  std::error_code error;
  std::vector<std::string> files;
  for (fs::directory_iterator at(directory, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    files.push_back(at->path().filename().string());
  }
  if (error) return CannotOpen(directory, error);
  if (std::find(files.begin(), files.end(), "CURRENT") != files.end()) return absl::OkStatus();
  if (std::all_of(files.begin(), files.end(), IsLeftOfMaking)) return absl::OkStatus();
  if (std::any_of(files.begin(), files.end(), IsOfDatabase)) {
    return absl::DataLossError(absl::StrCat(directory, " is damaged: its CURRENT file is missing"));
  }
  return absl::FailedPreconditionError(absl::StrCat(directory, " is not empty and holds no Gainsay store"));
}

// Makes a directory, with its parents, so that a power cut does not undo it.
absl::Status MakeDirectory(const fs::path& directory) {
  std::error_code error;
  if (fs::exists(directory, error)) return absl::OkStatus();
  const fs::path parent = directory.parent_path();
  if (absl::Status status = MakeDirectory(parent); !status.ok()) return status;
  fs::create_directory(directory, error);
  if (error) return CannotOpen(directory.string(), error);
  const int descriptor = open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
  const int cause = errno;
  if (descriptor >= 0) close(descriptor);
  return synced ? absl::OkStatus()
                : CannotOpen(directory.string(), std::error_code(cause, std::generic_category()));
}

absl::Status PrepareDirectory(const std::string& directory) {
  if (directory.empty()) return absl::FailedPreconditionError("no directory is given for the store");
  std::error_code error;
  fs::path path = fs::absolute(directory, error).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();  // a slash at the end
  const fs::file_status found = fs::status(path, error);
  if (found.type() == fs::file_type::not_found) return MakeDirectory(path);
  if (error) return CannotOpen(directory, error);
  if (!fs::is_directory(found)) {
    return absl::FailedPreconditionError(absl::StrCat(directory, " is not a directory"));
  }
  return CheckContents(directory);
}

rocksdb::CompressionType FirstSupported(std::initializer_list<rocksdb::CompressionType> wanted) {
  const std::vector<rocksdb::CompressionType> supported = rocksdb::GetSupportedCompressions();
  for (const rocksdb::CompressionType type : wanted) {
    if (std::find(supported.begin(), supported.end(), type) != supported.end()) return type;
  }
  return rocksdb::kNoCompression;
}

// Leaves recovering from an error that stops writes to the Committer, which must first see to the write-ahead
// log. RocksDB by itself would also wait for more space than may be needed.
class RecoverOnlyWhenAsked : public rocksdb::EventListener {
 public:
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status error, bool* by_itself) override {
    if (error.severity() >= rocksdb::Status::Severity::kHardError) *by_itself = false;
  }
};

rocksdb::Options DatabaseOptions(const RocksdbOptions& options) {
  rocksdb::Options database;
  database.create_if_missing = true;
  database.paranoid_checks = true;
  // A torn last record of the write-ahead log was never acknowledged; anything else wrong in it is damage.
  database.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  database.info_log = std::make_shared<ForwardingLogger>(options.log);
  database.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  database.listeners.push_back(std::make_shared<RecoverOnlyWhenAsked>());
  database.stats_dump_period_sec = 0;
  database.stats_persist_period_sec = 0;
  database.write_buffer_size = size_t{32} << 20;
  database.max_total_wal_size = uint64_t{128} << 20;
  database.level_compaction_dynamic_level_bytes = true;
  database.compression = FirstSupported({rocksdb::kLZ4Compression, rocksdb::kSnappyCompression});
  database.bottommost_compression = FirstSupported({rocksdb::kZSTD, rocksdb::kLZ4Compression});
  database.env->LowerThreadPoolCPUPriority(rocksdb::Env::LOW);  // compaction
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(options.block_cache_bytes, kCacheShardBits);
  // An index in one piece would soon be larger than what a shard of the cache may hold, and read from the
  // file for every look-up.
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  database.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return database;
}

}  // namespace

absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const RocksdbOptions& options) {
  if (absl::Status status = PrepareDirectory(options.directory); !status.ok()) return status;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = rocksdb::DB::Open(DatabaseOptions(options), options.directory, &db);
  if (!status.ok()) return OpenError(options.directory, status);
  return std::unique_ptr<rocksdb::DB>(db);
}

}  // namespace gainsay::store
