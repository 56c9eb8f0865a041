package app.quen.access.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Sight;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of those from whom nothing is kept. */
final class WholeSight implements Sight {

  @Override
  public boolean whole() {
    return true;
  }

  @Override
  public boolean everyRow() {
    return true;
  }

  @Override
  public boolean everyValue() {
    return true;
  }

  @Override
  public String mark() {
    return "whole";
  }

  @Override
  public String rows(String alias) {
    return EVERY_ROW;
  }

  @Override
  public String rowsOfSeen(String alias) {
    return EVERY_ROW;
  }

  @Override
  public String rowsToChange(String alias) {
    return EVERY_ROW;
  }

  @Override
  public boolean mayName(String key) {
    return true;
  }

  @Override
  public @Nullable Set<UUID> owners() {
    return null;
  }

  @Override
  public Set<UUID> shared() {
    return Set.of();
  }

  @Override
  public boolean sees(@Nullable UUID owner, UUID id) {
    return true;
  }

  @Override
  public boolean mayChange(@Nullable UUID owner, UUID id) {
    return true;
  }

  @Override
  public FieldAccess field(String key) {
    return FieldAccess.WRITE;
  }

  @Override
  public JsonObject reads(JsonObject record) {
    return record;
  }

  @Override
  public JsonObject values(JsonObject values) {
    return values;
  }

  @Override
  public JsonObject rollups(JsonObject rollups) {
    return rollups;
  }

  @Override
  public JsonArray changes(JsonArray changes) {
    return changes;
  }

  @Override
  public @Nullable String text(String key, @Nullable String value) {
    return value;
  }

  @Override
  public void requireWritable(Collection<String> keys) {}

  @Override
  public void requireFilterable(Collection<String> keys) {}

  @Override
  public void requireSortable(String key) {}
}
