package app.quen.importing.internal;

import java.util.Collection;

/**
 * Which identifiers rows had that a dry run has behind it, eight bytes each: two of them being
 * taken for one is far less likely than a wrong bit of memory.
 */
final class SeenKeys {

  private long[] table = new long[1 << 12];
  private int size;

  boolean containsAny(Collection<String> keys) {
    for (String key : keys) {
      if (table[place(hash(key))] != 0) {
        return true;
      }
    }
    return false;
  }

  void addAll(Collection<String> keys) {
    for (String key : keys) {
      add(hash(key));
    }
  }

  private void add(long hash) {
    int place = place(hash);
    if (table[place] == 0) {
      table[place] = hash;
      size++;
      if (size * 2 > table.length) {
        grow();
      }
    }
  }

  private void grow() {
    long[] before = table;
    table = new long[before.length * 2];
    size = 0;
    for (long hash : before) {
      if (hash != 0) {
        add(hash);
      }
    }
  }

  private int place(long hash) {
    int place = (int) (hash ^ (hash >>> 32)) & (table.length - 1);
    while (table[place] != 0 && table[place] != hash) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash == 0 ? 1 : hash;
  }
}
