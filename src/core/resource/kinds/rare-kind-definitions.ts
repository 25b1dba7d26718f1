/** Completes the kinds of rare-kinds.ts with their schemas and decoders. */
import './rare-kinds.ts';
import './batch/jobs.ts';
import './core/endpoints.ts';
import './core/secret-and-config-map.ts';
import './discovery/endpoint-slice.ts';
import './env.alibaba.com/virtual-environment.ts';
import './gateway-api/backend-tls-policy.ts';
import './gateway-api/backend-traffic-policy.ts';
import './gateway-api/gateway.ts';
import './gateway-api/gateway-class-and-mesh.ts';
import './gateway-api/grpc-route.ts';
import './gateway-api/l4-routes.ts';
import './gateway-api/listener-set.ts';
import './gateway-api/reference-grant.ts';
import './networking.istio.io/destination-rule.ts';
import './networking.istio.io/sidecar.ts';
import './networking.istio.io/virtual-service.ts';
