import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HttpAnswer, HttpRequest } from '../receive/http.ts';

/**
 * The events of API Gateway's HTTP APIs, which encode the bodies of forms in base64.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */

export function requestOf({ headers = {}, body = '', isBase64Encoded }: APIGatewayProxyEventV2): HttpRequest {
  const lowerCased = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    headers: Object.fromEntries(lowerCased),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

export function toLambdaResult({ status, ...answer }: HttpAnswer): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, ...answer };
}
