"""What is public: whoever may not publish looks at it in the admin, and changes only what is not public yet."""


class PublicNeedsPublisher:
    """For an admin of records that stand on public pages."""

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        if obj is None or request.user.has_perm("hearings.publish_hearing"):
            return allowed
        return allowed and not self.is_public(obj)

    def is_public(self, obj) -> bool:
        return self.model.objects.public().filter(pk=obj.pk).exists()
