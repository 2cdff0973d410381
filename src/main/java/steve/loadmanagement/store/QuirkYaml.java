/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import steve.loadmanagement.quirk.Match;
import steve.loadmanagement.quirk.Quirk;
import steve.loadmanagement.quirk.QuirkProfile;

/** Quirk profiles as YAML: a list of profiles, each with patterns and lines. */
public final class QuirkYaml {

    private static final String SHIPPED = "/steve/loadmanagement/quirk/quirks.yaml";
    private static final int LONGEST = 200_000;

    private QuirkYaml() {}

    /** Those that came with the plugin. */
    public static List<QuirkProfile> shipped() {
        try (InputStream in = QuirkYaml.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing in the plugin's jar");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException with the profile and the line that is wrong */
    public static List<QuirkProfile> read(String text, boolean isShipped) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("quirk profiles are no longer than " + LONGEST + " characters");
        }
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            List<QuirkProfile> profiles = new ArrayList<>();
            for (Object entry : root instanceof List<?> list ? list : List.of(root == null ? "" : root)) {
                profiles.add(profile(map(entry, "a profile"), isShipped));
            }
            return profiles;
        } catch (YAMLException e) {
            throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
        }
    }

    static String write(QuirkProfile profile) {
        Map<String, Object> lines = new LinkedHashMap<>();
        profile.lines()
                .forEach((quirk, line) -> lines.put(quirk.word(), Map.of("is", line.value(), "source", line.source())));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("profile", profile.name());
        put(body, "vendor", profile.match().vendor());
        put(body, "model", profile.match().model());
        put(body, "firmware", profile.match().firmware());
        body.put("quirks", lines);
        return new Yaml().dump(List.of(body));
    }

    private static void put(Map<String, Object> body, String key, @Nullable String value) {
        if (value != null) {
            body.put(key, value);
        }
    }

    private static QuirkProfile profile(Map<?, ?> entry, boolean isShipped) {
        String name = text(entry, "profile");
        if (name == null) {
            throw new IllegalArgumentException("a quirk profile has a name: profile");
        }
        try {
            Map<Quirk, QuirkProfile.Line> lines = new EnumMap<>(Quirk.class);
            Object quirks = entry.get("quirks");
            map(quirks == null ? Map.of() : quirks, "quirks")
                    .forEach((word, line) -> lines.put(Quirk.of(String.valueOf(word)), line(word, line)));
            Match match = new Match(text(entry, "vendor"), text(entry, "model"), text(entry, "firmware"));
            return new QuirkProfile(name, match, isShipped, lines);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static QuirkProfile.Line line(Object word, Object value) {
        Map<?, ?> line = map(value, word + " {is: ..., source: ...}");
        String is = text(line, "is");
        String source = text(line, "source");
        if (is == null || source == null) {
            throw new IllegalArgumentException(word + " says what it is, and its source");
        }
        return new QuirkProfile.Line(is, source);
    }

    private static Map<?, ?> map(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " is a mapping");
    }

    /** YAML takes yes and no for truth values. */
    private static @Nullable String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value == null ? null : value.toString().strip();
    }
}
