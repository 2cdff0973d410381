/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;

/**
 * Where a kind of meter keeps its values. As data, a line for each value:
 *
 * <pre>
 * current.L1 = address type [factor] [sf:address]
 * </pre>
 *
 * {@code sf:} names a register with a power of ten. {@code sunspec} numbers a model: addresses count from its header.
 *
 * @param title for people, with the data sheet
 * @param isInput input registers (function 4), else holding registers (function 3)
 * @param isLowWordFirst of two registers the low one comes first
 * @param sunspec number of the SunSpec model; null: addresses are absolute
 */
record RegisterMap(
        String name,
        String title,
        boolean isInput,
        boolean isLowWordFirst,
        @Nullable Integer sunspec,
        Map<MeterQuantity, Entry> entries) {

    RegisterMap {
        entries = Map.copyOf(entries);
    }

    /**
     * One value.
     *
     * @param factor to A or W
     * @param scaleAddress register with a power of ten, as int16; null: none
     */
    record Entry(
            int address,
            RegisterType type,
            BigDecimal factor,
            @Nullable Integer scaleAddress) {}

    static RegisterMap of(String name, Properties data) {
        Map<MeterQuantity, Entry> entries = new EnumMap<>(MeterQuantity.class);
        for (String key : data.stringPropertyNames()) {
            MeterQuantity quantity = MeterQuantity.ofKey(key);
            if (quantity != null) {
                entries.put(quantity, entry(name + " " + key, data.getProperty(key)));
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("register map " + name + " has no values");
        }
        String model = data.getProperty("sunspec");
        return new RegisterMap(
                name,
                data.getProperty("title", name),
                data.getProperty("registers", "holding").equals("input"),
                data.getProperty("words", "high first").equals("low first"),
                model == null ? null : (Integer) Integer.parseInt(model.strip()),
                entries);
    }

    private static Entry entry(String where, String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException("register map " + where + ": address and type, not " + text);
        }
        BigDecimal factor = BigDecimal.ONE;
        Integer scaleAddress = null;
        for (int i = 2; i < parts.length; i++) {
            if (parts[i].startsWith("sf:")) {
                scaleAddress = Integer.parseInt(parts[i].substring("sf:".length()));
            } else {
                factor = new BigDecimal(parts[i]);
            }
        }
        return new Entry(Integer.parseInt(parts[0]), RegisterType.of(parts[1]), factor, scaleAddress);
    }
}
