/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The unit of a sample; a factor leads to A, W, Wh, V or per cent. */
enum SampleUnit {
    A(Dimension.CURRENT, 0),
    MA(Dimension.CURRENT, -3),
    W(Dimension.POWER, 0),
    KW(Dimension.POWER, 3),
    MW(Dimension.POWER, 6),
    WH(Dimension.ENERGY, 0),
    KWH(Dimension.ENERGY, 3),
    MWH(Dimension.ENERGY, 6),
    V(Dimension.VOLTAGE, 0),
    KV(Dimension.VOLTAGE, 3),
    PERCENT(Dimension.SHARE, 0),
    UNUSED(Dimension.OTHER, 0);

    private static final Map<String, SampleUnit> BY_NAME = Map.ofEntries(
            Map.entry("a", A),
            Map.entry("amp", A),
            Map.entry("amps", A),
            Map.entry("ampere", A),
            Map.entry("amperes", A),
            Map.entry("ma", MA),
            Map.entry("w", W),
            Map.entry("watt", W),
            Map.entry("watts", W),
            Map.entry("kw", KW),
            Map.entry("mw", MW),
            Map.entry("wh", WH),
            Map.entry("kwh", KWH),
            Map.entry("mwh", MWH),
            Map.entry("v", V),
            Map.entry("volt", V),
            Map.entry("volts", V),
            Map.entry("kv", KV),
            Map.entry("percent", PERCENT),
            Map.entry("%", PERCENT));

    private final Dimension dimension;
    private final int powerOfTen;

    SampleUnit(Dimension dimension, int powerOfTen) {
        this.dimension = dimension;
        this.powerOfTen = powerOfTen;
    }

    Dimension dimension() {
        return dimension;
    }

    BigDecimal inBase(BigDecimal number) {
        return powerOfTen == 0 ? number : number.scaleByPowerOfTen(powerOfTen);
    }

    /** Of that name, whatever its case; one that we do not know is {@link #UNUSED}; null: left out. */
    static @Nullable SampleUnit named(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String name = SampleText.bare(text);
        if (name.isEmpty() || name.equalsIgnoreCase("null") || name.equalsIgnoreCase("none")) {
            return null;
        }
        return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), UNUSED);
    }
}
