/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Problem;

/**
 * Reads a table of EVSEs and says, line by line, what would come of it. Nothing is stored.
 *
 * @param lines one for each line below the first
 * @param problems what is wrong with the whole, where no line is to blame
 */
record EvseImport(List<Line> lines, List<String> problems) {

    static final List<String> COLUMNS = List.of(
            "charge_box_id",
            "evse",
            "strand",
            "wiring",
            "rating_a",
            "minimum_a",
            "fallback_a",
            "weight",
            "controllable",
            "never_pause");

    private static final int MOST_LINES = 5_000;

    /**
     * A line of the table.
     *
     * @param line counted from 1, the line of the column names
     * @param result NEW, CHANGED, SAME or ERROR
     * @param errors by column; one without a column is under the empty name
     * @param form what is to be sent to have it assigned; null where it makes no sense
     */
    record Line(
            int line,
            Map<String, String> cells,
            String result,
            Map<String, String> errors,
            @Nullable EvseForm form) {}

    static EvseImport of(String text, SiteEditor sites) {
        List<List<String>> rows = Csv.read(text);
        if (rows.isEmpty() || rows.size() > MOST_LINES) {
            return new EvseImport(List.of(), List.of("a file has from 1 to " + MOST_LINES + " lines"));
        }
        List<String> columns = rows.getFirst().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> unknown =
                columns.stream().filter(name -> !COLUMNS.contains(name)).toList();
        if (!unknown.isEmpty() || !columns.contains("charge_box_id")) {
            return new EvseImport(
                    List.of(), List.of("the first line names the columns, of " + COLUMNS + "; not " + unknown));
        }
        Map<String, Integer> strands = new HashMap<>();
        sites.strands()
                .forEach(stored ->
                        strands.put(stored.strand().name(), stored.strand().id().value()));
        LineReader reader = new LineReader(columns, Csv.separator(text) == ';', strands);
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(reader.line(i + 1, rows.get(i)));
            }
        }
        return checked(lines, sites);
    }

    /** Looks at all that make sense together: what the site's rules say of an EVSE goes to its line. */
    private static EvseImport checked(List<Line> lines, SiteEditor sites) {
        Map<EvseRef, Placement> known = new HashMap<>();
        sites.placements().forEach(placement -> known.put(placement.ref(), placement));
        Map<String, List<Problem>> bySubject = new HashMap<>();
        List<String> problems = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        for (Line line : lines) {
            if (line.form() != null && line.errors().isEmpty()) {
                placements.addAll(EvseForm.placements(List.of(line.form())));
            }
        }
        boolean isChecked = false;
        while (!isChecked) {
            isChecked = check(placements, sites, bySubject);
        }
        Set<String> subjects = new HashSet<>();
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            String subject = line.form() == null
                    ? ""
                    : line.form().chargeBoxId() + "/" + line.form().evseId();
            subjects.add(subject);
            result.add(with(line, bySubject.getOrDefault(subject, List.of()), known));
        }
        bySubject.forEach((subject, found) -> {
            if (!subjects.contains(subject)) {
                found.forEach(problem -> problems.add(problem.subject() + ": " + problem.message()));
            }
        });
        return new EvseImport(result, problems);
    }

    /** Leaves out what is wrong, so that what is behind it is looked at too; false: once more. */
    private static boolean check(List<Placement> placements, SiteEditor sites, Map<String, List<Problem>> bySubject) {
        try {
            sites.check(placements);
            return true;
        } catch (InvalidSite e) {
            e.problems()
                    .forEach(problem -> bySubject
                            .computeIfAbsent(problem.subject(), _ -> new ArrayList<>())
                            .add(problem));
            return !placements.removeIf(
                    placement -> bySubject.containsKey(placement.ref().toString()));
        }
    }

    private static Line with(Line line, List<Problem> problems, Map<EvseRef, Placement> known) {
        Map<String, String> errors = new HashMap<>(line.errors());
        problems.forEach(problem -> errors.merge(
                LineReader.columnOf(problem.field()), problem.message(), (one, other) -> one + "; " + other));
        String result = errors.isEmpty() && line.form() != null ? result(line.form(), known) : "ERROR";
        return new Line(line.line(), line.cells(), result, errors, line.form());
    }

    private static String result(EvseForm form, Map<EvseRef, Placement> known) {
        Placement placement = EvseForm.placements(List.of(form)).getFirst();
        Placement before = known.get(placement.ref());
        return before == null ? "NEW" : before.equals(placement) ? "SAME" : "CHANGED";
    }
}
