/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Snapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers one line with a snapshot in it by its plan, or by what is wrong. Never throws for its input. */
public final class SnapshotLines {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int LONGEST_MESSAGE = 300;

    private final Allocator allocator;
    private final Answer as;

    SnapshotLines(Allocator allocator, Answer as) {
        this.allocator = allocator;
        this.as = as;
    }

    /** How a plan is told. */
    sealed interface Answer {

        /** A line of JSON. */
        record Json() implements Answer {}

        /** Text for people, of several lines. */
        record Text(Locale locale) implements Answer {}

        /** @param explain nothing or {@code false} for JSON; anything else for text, {@code de} for German */
        static Answer of(String explain) {
            return switch (explain) {
                case "", "false" -> new Json();
                case "de" -> new Text(Locale.GERMAN);
                default -> new Text(Locale.ROOT);
            };
        }
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
        return SnapshotReader.read(new Fields(MAPPER.readTree(line), "the line"));
    }

    /** What there is to say to this line. */
    String answer(String line) {
        JsonNode id = JsonNodeFactory.instance.nullNode();
        try {
            Fields fields = new Fields(MAPPER.readTree(line), "the line");
            id = fields.object().path("id");
            List<Snapshot> snapshots = SnapshotReader.read(fields);
            return switch (as) {
                case Answer.Json _ -> json(id, snapshots);
                case Answer.Text text -> text(snapshots, text.locale());
            };
        } catch (RuntimeException e) {
            return error(id, e);
        }
    }

    /** What there is to say to a line that could not even be read. */
    String error(Exception e) {
        return error(JsonNodeFactory.instance.nullNode(), e);
    }

    private String json(JsonNode id, List<Snapshot> snapshots) {
        ObjectNode answer = answer(id);
        answer.putArray("allocations");
        answer.putObject("residue_ma");
        snapshots.forEach(snapshot -> SnapshotWriter.addPlan(answer, snapshot, allocator.allocate(snapshot)));
        return MAPPER.writeValueAsString(answer);
    }

    private String text(List<Snapshot> snapshots, Locale locale) {
        return snapshots.stream()
                .map(snapshot -> allocator.allocate(snapshot).explain(snapshot, locale))
                .collect(joining("\n"));
    }

    private String error(JsonNode id, Exception e) {
        String message = message(e);
        return switch (as) {
            case Answer.Json _ -> MAPPER.writeValueAsString(answer(id).put("error", message));
            case Answer.Text _ -> "error: " + message + "\n";
        };
    }

    private static ObjectNode answer(JsonNode id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", id.isMissingNode() ? JsonNodeFactory.instance.nullNode() : id);
        return answer;
    }

    private static String message(Exception e) {
        String message = e instanceof JacksonException json
                ? "no JSON" + place(json.getLocation()) + ": " + json.getOriginalMessage()
                : requireNonNullElse(e.getMessage(), e.toString());
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ", character " + location.getColumnNr();
    }
}
