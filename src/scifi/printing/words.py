"""What the roles are called on paper, and in file names."""

from scifi.model.base import Role

ROLE_WORDS = {
    Role.CHAMPION: "Mayor or champion",
    Role.PROJECT_LEAD: "Project lead",
    Role.BUYER: "Buyer",
    Role.LAWYER: "Lawyer",
    Role.DATA_OWNER: "Data officer",
    Role.CITIZEN_PANEL: "Citizen panel",
}
"""What each role is called on paper."""

ROLE_IDS = {
    Role.CHAMPION: "mayor",
    Role.PROJECT_LEAD: "project-lead",
    Role.BUYER: "buyer",
    Role.LAWYER: "lawyer",
    Role.DATA_OWNER: "data-officer",
    Role.CITIZEN_PANEL: "citizen-panel",
}
"""What each role is called in the name of its file."""
