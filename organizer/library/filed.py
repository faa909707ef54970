"""What lies in which category, of all pictures at once."""

import sqlite3

import numpy as np
from numpy.typing import NDArray

# Where only the model has spoken, the view that weighs one word against another is not needed: for
# all pictures it takes three times as long.
_WEIGHED = (
    "(SELECT media_id FROM category_assignments WHERE source = 'user'"
    " UNION SELECT media_id FROM service_categories)"
)


def read_filed(connection: sqlite3.Connection) -> dict[str, NDArray[np.int64]]:
    """The ids of the pictures in each category that has any, as the view has them, in its order."""
    rows = connection.execute(
        "SELECT category_id, GROUP_CONCAT(media_id, ' ') FROM category_assignments"
        f" WHERE source = 'model' AND media_id NOT IN {_WEIGHED} GROUP BY category_id"
        " UNION ALL SELECT category_id, GROUP_CONCAT(media_id, ' ') FROM media_categories"
        f" WHERE media_id IN {_WEIGHED} GROUP BY category_id"
    ).fetchall()
    filed: dict[str, NDArray[np.int64]] = {}
    for category, listed in rows:
        ids = np.fromstring(listed, dtype=np.int64, sep=" ")
        filed[category] = np.concatenate([filed[category], ids]) if category in filed else ids
    order = connection.execute(
        "SELECT id FROM categories WHERE NOT is_removed ORDER BY position, id"
    )
    return {category: filed[category] for (category,) in order if category in filed}
