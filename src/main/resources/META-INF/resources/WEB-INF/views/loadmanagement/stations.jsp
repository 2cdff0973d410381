<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
<%@ include file="../00-header.jsp" %>
<div class="content lm" id="lm" data-api="${ctxPath}/manager/loadmanagement/api"
     data-csrf-header="${_csrf.headerName}" data-csrf-token="${_csrf.token}">
  <noscript>Load management needs JavaScript.</noscript>
</div>
<link rel="stylesheet" type="text/css" href="${ctxPath}/static/loadmanagement/lm.css">
<script type="module" src="${ctxPath}/static/loadmanagement/stations.js"></script>
<%@ include file="../00-footer.jsp" %>
