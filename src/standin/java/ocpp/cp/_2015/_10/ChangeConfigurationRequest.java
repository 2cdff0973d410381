/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cp._2015._10;

import de.rwth.idsg.ocpp.jaxb.RequestType;

/** The ChangeConfiguration request of OCPP 1.6, under SteVe's name. */
public class ChangeConfigurationRequest implements RequestType {

    private String key;
    private String value;

    public String getKey() {
        return key;
    }

    public boolean isSetKey() {
        return key != null;
    }

    public ChangeConfigurationRequest withKey(String value) {
        this.key = value;
        return this;
    }

    public String getValue() {
        return value;
    }

    public boolean isSetValue() {
        return value != null;
    }

    public ChangeConfigurationRequest withValue(String value) {
        this.value = value;
        return this;
    }
}
