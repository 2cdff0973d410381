/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Snapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers one line with a snapshot in it by one line with its plan, or with what is wrong. Never throws for its input. */
public final class SnapshotLines {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Allocator allocator;

    public SnapshotLines(Allocator allocator) {
        this.allocator = allocator;
    }

    /** The snapshot as one line of JSON, as it is read again. */
    public static String write(String id, Snapshot snapshot) {
        return MAPPER.writeValueAsString(SnapshotWriter.write(id, snapshot));
    }

    /**
     * The snapshots in a line of JSON, one for each root strand in it.
     *
     * @throws RuntimeException if it is none
     */
    public static List<Snapshot> read(String line) {
        return SnapshotReader.read(fields(line));
    }

    /** The plan as one line of JSON. */
    public String plan(String line) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putNull("id");
        try {
            Fields fields = fields(line);
            answer.set("id", id(fields));
            List<Snapshot> snapshots = SnapshotReader.read(fields);
            answer.putArray("allocations");
            answer.putObject("residue_ma");
            snapshots.forEach(snapshot -> SnapshotWriter.addPlan(answer, snapshot, allocator.allocate(snapshot)));
        } catch (RuntimeException e) {
            answer.remove(List.of("allocations", "residue_ma"));
            answer.put("error", message(e));
        }
        return MAPPER.writeValueAsString(answer);
    }

    /** The plan as text for people. */
    public String explain(String line, Locale locale) {
        try {
            return SnapshotReader.read(fields(line)).stream()
                    .map(snapshot -> allocator.allocate(snapshot).explain(snapshot, locale))
                    .collect(joining("\n"));
        } catch (RuntimeException e) {
            return "error: " + message(e) + "\n";
        }
    }

    private static Fields fields(String line) {
        return new Fields(MAPPER.readTree(line), "the line");
    }

    private static JsonNode id(Fields fields) {
        JsonNode id = fields.object().get("id");
        return id == null ? JsonNodeFactory.instance.nullNode() : id;
    }

    private static String message(RuntimeException e) {
        @Nullable String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        String kind = e instanceof JacksonException ? "no JSON: " : "";
        return kind + (message == null ? e.toString() : message);
    }
}
