"""The public addresses of people."""

from django.urls import path

from witnesses import views

app_name = "witnesses"
urlpatterns = [
    path("", views.witness_list, name="witness_list"),
    path("<slug:slug>/", views.witness_page, name="witness"),
    path("<slug:slug>/portrait.jpg", views.portrait, name="portrait"),
]
