/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cs._2015._10;

import org.joda.time.DateTime;

/** The IdTagInfo type of OCPP 1.6, under SteVe's name. */
public class IdTagInfo {

    private AuthorizationStatus status;
    private DateTime expiryDate;
    private String parentIdTag;

    public AuthorizationStatus getStatus() {
        return status;
    }

    public boolean isSetStatus() {
        return status != null;
    }

    public IdTagInfo withStatus(AuthorizationStatus value) {
        this.status = value;
        return this;
    }

    public DateTime getExpiryDate() {
        return expiryDate;
    }

    public boolean isSetExpiryDate() {
        return expiryDate != null;
    }

    public IdTagInfo withExpiryDate(DateTime value) {
        this.expiryDate = value;
        return this;
    }

    public String getParentIdTag() {
        return parentIdTag;
    }

    public boolean isSetParentIdTag() {
        return parentIdTag != null;
    }

    public IdTagInfo withParentIdTag(String value) {
        this.parentIdTag = value;
        return this;
    }
}
