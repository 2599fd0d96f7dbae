import httpx

from tests.api.fakes import FakePipeline

RESUME = {"work": [{"position": "Nurse"}]}


def test_a_text_is_checked_sentence_by_sentence(client: httpx.Client, pipeline: FakePipeline) -> None:
    asked = {"resume": RESUME, "text": "Nurse. Doctor.", "voice": "first"}
    response = client.post("/verify/", json=asked)

    assert response.status_code == 200
    assert pipeline.calls == [("verify", RESUME, "Nurse. Doctor.", "first")]
    assert response.json() == {
        "sentences": [
            {
                "text": "Nurse.",
                "supported": True,
                "problems": [],
                "faults": [],
                "evidence": [
                    {"quote": "Nurse", "section": "experience", "start": 7, "end": 12, "source": "document"}
                ],
            },
            {
                "text": "Doctor.",
                "supported": False,
                "problems": ["word: doctor"],
                "faults": [{"code": "word", "words": "Doctor", "start": 0, "end": 6, "truth": ""}],
                "evidence": [],
            },
        ],
        "supported": False,
    }


def test_the_voice_may_be_left_open(client: httpx.Client, pipeline: FakePipeline) -> None:
    client.post("/verify", json={"resume": RESUME, "text": "Nurse."})

    assert pipeline.calls == [("verify", RESUME, "Nurse.", None)]
