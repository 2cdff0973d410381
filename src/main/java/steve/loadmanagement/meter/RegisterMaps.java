/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The register maps that come along, by name. */
public final class RegisterMaps {

    private static final List<String> NAMES = List.of(
            "sunspec-201",
            "sunspec-202",
            "sunspec-203",
            "sunspec-204",
            "sunspec-211",
            "sunspec-212",
            "sunspec-213",
            "sunspec-214",
            "eastron-sdm630",
            "eastron-sdm72dm-v2",
            "carlo-gavazzi-em24",
            "carlo-gavazzi-em340",
            "schneider-iem3155",
            "janitza-umg96rm",
            "siemens-pac3200",
            "abb-b23");

    private static final Map<String, RegisterMap> ALL = new LinkedHashMap<>();

    static {
        NAMES.forEach(name -> ALL.put(name, read(name)));
    }

    private RegisterMaps() {}

    private static RegisterMap read(String name) {
        try (InputStream stream = RegisterMaps.class.getResourceAsStream("registers/" + name + ".properties")) {
            if (stream == null) {
                throw new IllegalStateException("no register map " + name);
            }
            Properties data = new Properties();
            data.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return RegisterMap.of(name, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable RegisterMap of(String name) {
        return ALL.get(name);
    }

    /** Names and titles, for a form. */
    public static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        ALL.forEach((name, map) -> titles.put(name, map.title()));
        return titles;
    }
}
