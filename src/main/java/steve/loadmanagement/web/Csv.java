/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Tables as comma-separated values (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before
 * it; numbers do not.
 */
final class Csv {

    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FORMULA = "=+-@\t\r";
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.TRIM_SPACES)
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final CsvSchema ROWS = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private Csv() {}

    /** A file to download; the first row names the columns. */
    static ResponseEntity<String> file(String name, List<? extends List<? extends @Nullable Object>> rows) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(write(rows));
    }

    static String write(List<? extends List<? extends @Nullable Object>> rows) {
        StringWriter text = new StringWriter();
        try (SequenceWriter writer = MAPPER.writer(ROWS).writeValues(text)) {
            for (List<? extends @Nullable Object> row : rows) {
                writer.write(row.stream().map(Csv::cell).toArray(String[]::new));
            }
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> safe(value.toString());
        };
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Amperes with one decimal, or kilowatts from watts. */
    static @Nullable BigDecimal thousandth(@Nullable Number value) {
        return value == null
                ? null
                : BigDecimal.valueOf(value.longValue(), 3).setScale(1, java.math.RoundingMode.HALF_UP);
    }

    /** The rows of a text; its separator is the one that its first line has more of, comma or semicolon. */
    static List<List<String>> read(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (MappingIterator<List<String>> rows = MAPPER.readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(clean)))
                .readValues(clean)) {
            return rows.readAll();
        }
    }

    static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }
}
