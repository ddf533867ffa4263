"""How techniques spell their names, and how lists misspell them.

`ALONE` are names that are nothing else: the name, and a pattern of its spellings in any case. `BESIDE` are words of the language too: the name, its
spellings, and the words behind one of which it is the name.
"""

from __future__ import annotations

_SAME = (
    "JavaScript TypeScript PHP Kotlin Scala Clojure Haskell Perl Zig SvelteKit Fastify Django FastAPI Laravel Symfony CodeIgniter MySQL SQLite Redis"
    " Elasticsearch Solr Cassandra CouchDB Neo4j InfluxDB MariaDB DynamoDB Firestore Supabase Prisma Docker Terraform Ansible Jenkins GraphQL FFmpeg"
    " TensorFlow PyTorch NumPy Linux Ubuntu Debian Fedora Nginx RabbitMQ OAuth OpenAPI jQuery GNOME Webpack iOS Bitbucket WordPress"
)
ALONE = {
    **{name: name for name in _SAME.split()},
    "Node.js": r"node\.?js",
    "Vue.js": r"vue\.?js",
    "Next.js": r"next\.?js",
    "Nuxt.js": r"nuxt\.?js",
    "Ember.js": r"ember\.?js",
    "Express.js": r"express\.?js",
    "Stack Overflow": r"stack\s?overflow",
    "macOS": r"mac ?os(?: ?x)?|os ?x",
    "YouTube": r"you ?tube",
    "GitHub": r"git ?hub",
    "GitLab": r"git ?lab",
    "PostgreSQL": r"postgres(?:ql)?",
    "MongoDB": r"mongo ?db",
    "Kubernetes": r"kubernetes|k8s",
    "WebAssembly": r"web ?assembly|wasm",
    "GraphQL": r"graph ?ql",
    "Ruby on Rails": r"ruby ?on ?rails",
    "Tailwind CSS": r"tailwind ?css",
    "VSCode": r"vs ?code",
}

_CODE = (
    "programming|languages?|code|scripts?|development|syntax|frameworks?|librar(?:y|ies)|packages?|apps?|applications?"
)
BESIDE = {
    "Python": ("python", _CODE + "|data|analysis|pip|django|flask"),
    "Ruby": ("ruby", _CODE + "|gems?"),
    "Rust": ("rust", _CODE + "|compiler|cargo|crates?"),
    "Swift": ("swift", _CODE + "|compiler"),
    "Julia": ("julia", _CODE + "|computing|ecosystem"),
    "Dart": ("dart", _CODE + "|flutter"),
    "React": ("react", _CODE + "|components?|hooks?|native|router|redux"),
    "Angular": ("angular", _CODE + "|components?|directives?|services?|modules?|cli"),
    "Svelte": ("svelte", _CODE + "|components?|stores?"),
    "Flask": ("flask", _CODE + "|web|server"),
    "Spring": ("spring", "frameworks?|boot|mvc|cloud|security|data|batch"),
    "Bootstrap": ("bootstrap", "css|frameworks?|grid|components?|themes?"),
    ".NET": ("net", r"frameworks?|core|platform|standard|runtime|applications?|api|library|assembly|\d+"),
    "Git": ("git", "hub|lab|repositor(?:y|ies)|commits?|branch(?:es)?|hooks?"),
    "Jest": ("jest", "tests?|testing|mocks?"),
}
