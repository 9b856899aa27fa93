// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/manifest.h"

#include <doctest/doctest.h>

#include "audit/hash.h"

using namespace phaen::audit;

TEST_CASE("hashes are those of FIPS 180-4") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("bytes that come in pieces have the hash and the size of the whole") {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  CHECK(hash.hex() == sha256("abc"));
  const ManifestEntry whole = describe("plan.db", "plan", "abc");
  CHECK(describe("plan.db", "plan", [](const Sink& sink) {
          sink("ab");
          sink("c");
        }) == whole);
}

TEST_CASE("a manifest is JSON with every name escaped") {
  const Manifest manifest{"phaen 0.1.0", "N-U2", "2022-04-05", {describe("แผน \"ก\".db", "plan", "abc")}, {}, {}};
  CHECK(to_json(manifest) ==
        "{\n  \"program\": \"phaen 0.1.0\",\n  \"plan\": \"N-U2\",\n  \"date\": \"2022-04-05\",\n  \"inputs\": [\n"
        "    {\"name\": \"แผน \\\"ก\\\".db\", \"role\": \"plan\", \"size\": 3, \"sha256\": "
        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}\n  ],\n  \"attachments\": [],\n  \"outputs\": []\n}\n");
}
