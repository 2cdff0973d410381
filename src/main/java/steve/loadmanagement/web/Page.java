/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param page from 0
 * @param size how many a page has at most
 * @param more whether there are pages after it
 */
record Page<T>(List<T> items, int page, int size, boolean more) {

    static final int MOST = 500;

    Page {
        items = List.copyOf(items);
    }

    /** Of all items, those on that page. */
    static <T> Page<T> of(List<T> all, int page, int size) {
        Bounds bounds = Bounds.of(page, size);
        int from = Math.min(all.size(), bounds.offset());
        int to = Math.min(all.size(), from + bounds.size());
        return new Page<>(all.subList(from, to), bounds.page(), bounds.size(), to < all.size());
    }

    /** Of one more item than a page has, as the database gave them. */
    static <T> Page<T> ofOneMore(List<T> found, Bounds bounds) {
        boolean more = found.size() > bounds.size();
        return new Page<>(more ? found.subList(0, bounds.size()) : found, bounds.page(), bounds.size(), more);
    }

    /** Which page; nonsense is put right. */
    record Bounds(int page, int size) {

        private static final int FURTHEST = 1_000_000;

        static Bounds of(int page, int size) {
            return new Bounds(Math.clamp(page, 0, FURTHEST), Math.clamp(size, 1, MOST));
        }

        int offset() {
            return page * size;
        }
    }
}
