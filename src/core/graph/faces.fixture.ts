/**
 * The faces demo: a producer route that splits traffic, a consumer route of another namespace, and workloads
 * with and without a Service.
 */
export const FACES = `apiVersion: v1
kind: Namespace
metadata: { name: faces }
---
apiVersion: v1
kind: Service
metadata: { name: smiley, namespace: faces }
spec:
  selector: { app: smiley }
  ports: [{ name: http, port: 80 }]
---
apiVersion: v1
kind: Service
metadata: { name: smiley-v2, namespace: faces }
spec:
  selector: { app: smiley-v2 }
  ports: [{ name: http, port: 80 }]
---
apiVersion: v1
kind: Service
metadata: { name: color, namespace: faces }
spec:
  selector: { app: color }
  ports: [{ name: http, port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: smiley, namespace: faces }
spec:
  replicas: 2
  selector: { matchLabels: { app: smiley } }
  template: { metadata: { labels: { app: smiley } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: smiley-v2, namespace: faces }
spec:
  selector: { matchLabels: { app: smiley-v2 } }
  template: { metadata: { labels: { app: smiley-v2 } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: color, namespace: faces }
spec:
  selector: { matchLabels: { app: color } }
  template: { metadata: { labels: { app: color } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: smiley-split, namespace: faces }
spec:
  parentRefs:
    - { group: "", kind: Service, name: smiley, port: 80 }
  rules:
    - backendRefs:
        - { name: smiley, port: 80, weight: 90 }
        - { name: smiley-v2, port: 80, weight: 10 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: smiley-fast, namespace: fast-clients }
spec:
  parentRefs:
    - { group: "", kind: Service, name: smiley, namespace: faces, port: 80 }
  rules:
    - matches: [{ path: { type: PathPrefix, value: /center } }]
      timeouts: { request: 100ms }
      backendRefs:
        - { name: smiley, namespace: faces, port: 80 }
    - matches: [{ method: GET, path: { type: Exact, value: /edge }, headers: [{ name: X-User, value: a }] }]
      backendRefs:
        - { name: smiley-v2, namespace: faces, port: 80 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: face, namespace: fast-clients }
spec:
  selector: { matchLabels: { app: face } }
  template: { metadata: { labels: { app: face } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: curl, namespace: slow-clients }
spec:
  selector: { matchLabels: { app: curl } }
  template: { metadata: { labels: { app: curl } } }
`;
