<%@ page session="true" %>
<c:set var="ctxPath" value="${pageContext.request.contextPath}"/>
