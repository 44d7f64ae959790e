#ifndef GAINSAY_SERVICE_STORE_MEMORY_MEMORY_STORE_H_
#define GAINSAY_SERVICE_STORE_MEMORY_MEMORY_STORE_H_

#include <memory>

#include "service/store/store.h"

namespace gainsay::store {

// Returns an empty store that keeps everything in memory, for tests: it answers as a durable one does,
// but is gone with the process.
std::unique_ptr<Store> NewMemoryStore();

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_MEMORY_MEMORY_STORE_H_
