"""POST /plugins/consultation/files/: a file for a submission, as multipart/form-data.

Fields: `manageToken`, `file`, and, to put it with one opinion, `opinion` (its key). Answers 201 with the key
of the file and the submission's revision, or 422 with the same `errors` as a mutation. Why not GraphQL: a
request there is limited to 100 kB, and a file in Base64 would be a third larger and held in memory.
"""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .submissions.attaching import attach
from .submissions.errors import Code, Refused, refusal
from .submissions.repeating import Outcome, Request, carried_out
from .submissions.tokens import language_of, submission_of


@csrf_exempt  # nothing is authorised by a cookie
@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Store the file, and say under which key."""
    token = request.POST.get("manageToken", "")
    keys: list[str] = []

    def act() -> Outcome:
        submission = submission_of(token)
        file = request.FILES.get("file")
        if file is None:
            raise refusal(Code.REQUIRED, "file")
        row = attach(submission, file, opinion_key=request.POST.get("opinion", ""), now=timezone.now())
        keys.append(str(row.key))
        return Outcome(submission)

    try:
        outcome = carried_out(Request("upload", {}), act)
    except Refused as refused:
        return errors(refused, language=request.POST.get("language") or language_of(token))
    revision = outcome.submission.revision if outcome.submission else 0
    return JsonResponse({"key": keys[-1], "revision": revision}, status=201)


def errors(refused: Refused, *, language: str) -> JsonResponse:
    told = [
        {"code": flaw.code.name, "message": flaw.message(language), "path": list(flaw.path)}
        for flaw in refused.flaws
    ]
    return JsonResponse({"errors": told}, status=422)
