<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
<%@ include file="00-header.jsp" %>
<div class="content"><section><span>Sign in</span></section>
<form method="post" action="${ctxPath}/manager/signin">
<input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
<table class="userInput">
<tr><td>User name:</td><td><input type="text" name="username" autocomplete="username"></td></tr>
<tr><td>Password:</td><td><input type="password" name="password" autocomplete="current-password"></td></tr>
<tr><td></td><td><input type="submit" value="Sign in"></td></tr>
</table>
</form></div>
<%@ include file="00-footer.jsp" %>
