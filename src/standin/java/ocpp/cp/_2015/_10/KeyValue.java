/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cp._2015._10;

/** The KeyValue type of OCPP 1.6, under SteVe's name. */
public class KeyValue {

    private String key;
    private Boolean readonly;
    private String value;

    public String getKey() {
        return key;
    }

    public boolean isSetKey() {
        return key != null;
    }

    public KeyValue withKey(String value) {
        this.key = value;
        return this;
    }

    public Boolean getReadonly() {
        return readonly;
    }

    public boolean isSetReadonly() {
        return readonly != null;
    }

    public KeyValue withReadonly(Boolean value) {
        this.readonly = value;
        return this;
    }

    public String getValue() {
        return value;
    }

    public boolean isSetValue() {
        return value != null;
    }

    public KeyValue withValue(String value) {
        this.value = value;
        return this;
    }
}
