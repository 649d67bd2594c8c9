"""What every answer carries that Django does not set by itself; and that what is public is only read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

READING = ("GET", "HEAD", "OPTIONS", "TRACE")
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
DENIED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media geolocation gyroscope "
    "magnetometer microphone midi payment usb"
)


def page_headers(*, https: bool) -> dict[str, str]:
    """The headers of a public HTML page; `upgrade-insecure-requests` only where https is there to upgrade to."""
    policy = "; ".join(f"{name} {value}" for name, value in POLICY.items())
    return {
        "Content-Security-Policy": policy + ("; upgrade-insecure-requests" if https else ""),
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED.split()),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


class OnlyRead:
    """Outside of the admin, 405 for what would write: all but the views that take posts without a token."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if request.method in READING or getattr(view, "csrf_exempt", False) or is_of_admin(request):
            return None
        sentence = "This address is only read. Ask with GET or HEAD.\n"
        return HttpResponseNotAllowed(["GET", "HEAD"], sentence, content_type="text/plain; charset=utf-8")


def is_of_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith("/admin/")


class SecurityHeaders:
    """Adds the headers a view has not set itself; pages of the admin are never stored by a browser or proxy.

    Whatever else may be stored is asked for anew before it is shown: it may have been corrected or withdrawn since.

    A view that any site may put into a frame says so by Django's `xframe_options_exempt`.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.headers = page_headers(https=settings.HTTPS)

    def __call__(self, request):
        response = self.get_response(request)
        exempt = {"X-Frame-Options"} if getattr(response, "xframe_options_exempt", False) else set()
        for name in self.headers.keys() - exempt:
            response.headers.setdefault(name, self.headers[name])
        if is_of_admin(request):
            response.headers["Cache-Control"] = "no-store"
        response.headers.setdefault("Cache-Control", "no-cache")
        return response
