package app.quen.place;

import org.jspecify.annotations.Nullable;

/**
 * The codes of the units that an address lies in, as far as what was written tells them.
 *
 * @param province of today
 * @param ward of today; of an address from before July 2025 the ward that goes on with the old
 *     ward's code, null where none does
 * @param formerProvince before July 2025; also told by a ward of today
 * @param formerDistrict before July 2025
 * @param formerWard before July 2025
 */
public record AddressUnits(
    @Nullable String province,
    @Nullable String ward,
    @Nullable String formerProvince,
    @Nullable String formerDistrict,
    @Nullable String formerWard) {}
