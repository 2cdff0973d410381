<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" language="java" trimDirectiveWhitespaces="true" %>
<%@ taglib uri="jakarta.tags.core" prefix="c" %>
<%@ include file="00-context.jsp" %>
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<link rel="stylesheet" type="text/css" href="${ctxPath}/static/css/style.css">
<title>Stand-in for SteVe</title>
</head>
<body>
<div class="main">
<div class="top-banner"><div class="container"><a href="${ctxPath}/manager/home">Stand-in for SteVe</a></div></div>
<div class="top-menu"><div class="container">
<ul class="navigation">
<%-- as wide as SteVe's: two rows on a small screen --%>
<li><a href="${ctxPath}/manager/home">HOME</a></li>
<li><a>DATA MANAGEMENT &raquo;</a></li>
<li><a>EVENTS AND CERTIFICATES &raquo;</a></li>
<li><a>OPERATIONS &raquo;</a></li>
<li><a href="${ctxPath}/manager/loadmanagement">LOAD MANAGEMENT</a></li>
<li><a>SETTINGS</a></li>
<li><a>LOG</a></li>
<li><a>ABOUT</a></li>
<li><a>APIs</a></li>
<li><a href="${ctxPath}/manager/signout">SIGN OUT</a></li>
</ul>
</div></div>
<div class="main-wrapper">
