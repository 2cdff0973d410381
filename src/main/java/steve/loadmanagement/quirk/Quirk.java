/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.util.List;
import java.util.Locale;

/** What a quirk profile can say of a station. In a file in lower case with hyphens. */
public enum Quirk {
    /** By which profiles it can be told, the best first: transaction, default, station. */
    PURPOSES(Form.LIST, "transaction", "default", "station"),
    /** No: it takes no profiles, its rating is reserved. */
    CONTROLLABLE(Form.YES_NO),
    /** 0 to 100. */
    STACK_LEVEL(0, 100),
    /** absolute or relative. */
    KIND(Form.CHOICE, "absolute", "relative"),
    /** Of limits: A or W. */
    UNIT(Form.CHOICE, "A", "W"),
    /** What it resolves, mA: 100 to 10000. */
    STEP_MA(100, 10_000),
    /** How many periods a profile may have. */
    PERIODS(1, 1_000),
    /** Whether a grant falls back by itself in a second period. */
    DEAD_MAN(Form.YES_NO),
    /** Least seconds between two raises: 0 to 3600. */
    SECONDS_BETWEEN_WRITES(0, 3_600),
    /** How many profiles its memory bears in 24 h. */
    WRITES_A_DAY(3, 10_000),
    /** What it does after 0 A: follows, or ignores the limit, which then is never 0 A. */
    RESUME(Form.CHOICE, "follows", "ignores-limit"),
    /** From an accepted cut until the vehicle has followed, s. */
    SETTLE_SECONDS(1, 600),
    /** From its boot until it takes profiles, s. */
    BOOT_SECONDS(0, 1_800),
    /** Its profiles are gone after a boot. */
    FORGETS_ON_BOOT(Form.YES_NO),
    /** Its transaction may be stopped where nothing else makes it follow. */
    MAY_BE_STOPPED(Form.YES_NO),
    /** Of its currents, whatever it writes: A or mA. */
    METER_CURRENT_UNIT(Form.CHOICE, "A", "mA"),
    /** Of its powers: W or kW. */
    METER_POWER_UNIT(Form.CHOICE, "W", "kW"),
    /** Of its register: Wh or kWh. */
    METER_ENERGY_UNIT(Form.CHOICE, "Wh", "kWh"),
    /** Its own names of phases, such as {@code N=L1}. */
    METER_PHASE_NAMES(Form.PAIRS, "L1", "L2", "L3", "N"),
    /** On how many phases its total power flows. */
    METER_PHASES(1, 3),
    /** A current without a phase is the sum of the phases. */
    METER_CURRENT_IS_SUM(Form.YES_NO),
    /** Connector 0 is its only EVSE's meter. */
    METER_IS_MAIN(Form.YES_NO),
    /** Of a DC station's rectifier, per cent. */
    EFFICIENCY_PERCENT(50, 100),
    /** Measurands are asked for one at a time: a list is refused, or worse. */
    ONE_MEASURAND_AT_A_TIME(Form.YES_NO),
    /** Least MeterValueSampleInterval that it takes, s. */
    LEAST_SAMPLE_SECONDS(1, 3_600),
    /** For people. */
    NOTE(Form.TEXT);

    private enum Form {
        LIST,
        YES_NO,
        CHOICE,
        NUMBER,
        PAIRS,
        TEXT
    }

    private final Form form;
    private final List<String> words;
    private final int least;
    private final int most;

    Quirk(Form form, String... words) {
        this.form = form;
        this.words = List.of(words);
        this.least = 0;
        this.most = 0;
    }

    Quirk(int least, int most) {
        this.form = Form.NUMBER;
        this.words = List.of();
        this.least = least;
        this.most = most;
    }

    /** As it stands in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The quirk of that word.
     *
     * @throws IllegalArgumentException with all there are
     */
    public static Quirk of(String word) {
        for (Quirk quirk : values()) {
            if (quirk.word().equals(word)) {
                return quirk;
            }
        }
        throw new IllegalArgumentException("there is no quirk " + word);
    }

    /** @throws IllegalArgumentException if it cannot have that value, with those that it can */
    public void check(String value) {
        boolean isFine = switch (form) {
            case LIST -> !value.isBlank() && words.containsAll(parts(value));
            case YES_NO -> value.equals("yes") || value.equals("no");
            case CHOICE -> words.contains(value);
            case NUMBER -> value.matches("\\d{1,6}") && isWithin(Integer.parseInt(value));
            case PAIRS -> parts(value).stream().allMatch(pair -> words.contains(pair.substring(pair.indexOf('=') + 1)));
            case TEXT -> !value.isBlank();
        };
        if (!isFine) {
            throw new IllegalArgumentException(word() + " is " + range() + ", not " + value);
        }
    }

    private boolean isWithin(int value) {
        return value >= least && value <= most;
    }

    /** The values that it can have, in words. */
    public String range() {
        return switch (form) {
            case LIST -> "a list of " + String.join(", ", words);
            case YES_NO -> "yes or no";
            case CHOICE -> String.join(" or ", words);
            case NUMBER -> "a whole number from " + least + " to " + most;
            case PAIRS -> "a list like N=L1";
            case TEXT -> "a text";
        };
    }

    static List<String> parts(String value) {
        return List.of(value.strip().split("\\s*,\\s*"));
    }
}
