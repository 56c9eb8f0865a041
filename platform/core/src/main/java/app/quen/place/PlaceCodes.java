package app.quen.place;

import java.util.List;

/**
 * Codes of units of today and of former ones.
 *
 * @param former without those of provinces that go on under the same name
 */
public record PlaceCodes(List<String> now, List<String> former) {}
