"""Volumes of a Knative Service. Ported from S:pkg/apis/serving/k8s_validation.go."""

from collections import Counter
from collections.abc import Iterator
from posixpath import normpath
from typing import Any

from knative.validate.manifests import Manifest
from knative.validate.pods import pod_of

KINDS = {"secret", "configMap", "projected", "emptyDir"}
"""What needs no flag."""
RESERVED_PATHS = {"/", "/dev", "/dev/log"}


def _mounts(service: Manifest) -> list[dict[str, Any]]:
    pod = pod_of(service)
    return [
        mount
        for container in (pod.containers if pod else ())
        for mount in container.get("volumeMounts") or []
    ]


def volume_kinds_need_no_flag(service: Manifest) -> Iterator[str]:
    """`validateVolume`: claims, CSI drivers and host paths are behind flags."""
    pod = pod_of(service)
    for name, volume in (pod.volumes if pod else {}).items():
        kinds = set(volume) - {"name"}
        if len(kinds) != 1 or not kinds <= KINDS:
            yield f"volume {name} must be one of {', '.join(sorted(KINDS))}"


def volumes_and_mounts_agree(service: Manifest) -> Iterator[str]:
    """`ValidateVolumes`, `validateVolumeMounts`."""
    pod = pod_of(service)
    names, mounted = set(pod.volumes if pod else ()), {mount.get("name") for mount in _mounts(service)}
    for name in sorted(names - mounted):
        yield f"volume {name} is not mounted"
    for name in sorted(map(str, mounted - names)):
        yield f"there is no volume {name} to mount"


def mount_paths_are_free(service: Manifest) -> Iterator[str]:
    """`validateVolumeMounts`."""
    paths = Counter(normpath(str(mount.get("mountPath"))) for mount in _mounts(service))
    for path, times in paths.items():
        if path in RESERVED_PATHS or not path.startswith("/"):
            yield f"mount path {path} is reserved, or not absolute"
        elif times > 1:
            yield f"mount path {path} is used {times} times"


def what_is_given_is_mounted_read_only(service: Manifest) -> Iterator[str]:
    """`validateVolumeMounts`: everything but an emptyDir."""
    pod = pod_of(service)
    for mount in _mounts(service):
        volume = pod.volumes.get(str(mount.get("name"))) if pod else None
        if volume and "emptyDir" not in volume and not mount.get("readOnly"):
            yield f"the mount of {mount['name']} must be readOnly"


RULES = (
    volume_kinds_need_no_flag,
    volumes_and_mounts_agree,
    mount_paths_are_free,
    what_is_given_is_mounted_read_only,
)
