"""People who sign in to the admin."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from cms.models import User


@pytest.fixture
def sign_in(client, bilingual_site):
    """Sign somebody in who may edit the tree of a language, or what lies below a page; returns the user."""

    def sign_in(*places, interface="en"):
        group = Group.objects.create(name="editors")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        change = Permission.objects.get(codename="change_page")
        for place in places:
            page = bilingual_site.home(place) if isinstance(place, str) else place
            GroupPagePermission.objects.create(group=group, page=page, permission=change)
        user = User.objects.create_user("person", password="x")
        user.groups.add(group)
        UserProfile.objects.create(user=user, preferred_language=interface)
        client.force_login(user)
        return user

    return sign_in
