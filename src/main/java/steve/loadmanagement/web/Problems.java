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
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.StationErrands;
import steve.loadmanagement.site.InvalidSite;

/** Errors as {@code application/problem+json} (RFC 9457), with one line for each field that is wrong. */
@RestControllerAdvice(basePackageClasses = Api.class)
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail on(InvalidSite e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        problem.setTitle("Nothing was stored");
        List<Map<String, String>> errors = e.problems().stream()
                .map(error -> Map.of("subject", error.subject(), "field", error.field(), "message", error.message()))
                .toList();
        problem.setProperty("errors", errors);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(SiteEditor.Outdated e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(StationErrands.NotDone e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "the request is no JSON that makes sense");
    }

    @ExceptionHandler
    ProblemDetail on(ErrorResponseException e) {
        return e.getBody();
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getName() + " makes no sense");
    }

    @ExceptionHandler
    ProblemDetail on(MissingServletRequestParameterException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getParameterName() + " is missing");
    }

    /** The browser is gone: nobody is there to be told. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException e) {
        LOG.debug("a browser is gone", e);
    }

    @ExceptionHandler
    void on(AsyncRequestTimeoutException e) {
        LOG.debug("a stream ends", e);
    }

    @ExceptionHandler
    ProblemDetail on(RuntimeException e) {
        LOG.error("a request failed", e);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "it went wrong; the log says why");
    }
}
