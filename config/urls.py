"""The table of contents of the site's addresses."""

from django.contrib import admin
from django.urls import include, path

handler400 = "hearings.views.site.bad_request"
handler403 = "hearings.views.site.permission_denied"
handler404 = "hearings.views.site.page_not_found"
handler500 = "hearings.views.site.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("hearings.api.urls")),
    path("witnesses/", include("witnesses.urls")),
    path("", include("hearings.urls")),
]
