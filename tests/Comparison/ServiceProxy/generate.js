// What serverless-apigateway-service-proxy makes of proxies: from its configuration, a JSON list on standard input, to the methods that CloudFormation would create, with
// their intrinsic functions resolved, on standard output. The plugin wants a Serverless around it; it gets just what its compilers read.
//   node generate.js DIRECTORY      # the directory that holds its node_modules
'use strict'
const path = require('path')
const { createRequire } = require('module')

const [directory] = process.argv.slice(2)
const modules = createRequire(path.join(path.resolve(directory), 'package.json'))
const plugin = part => modules(`serverless-apigateway-service-proxy/lib/${part}`)

const pseudo = { 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1', 'AWS::AccountId': '123456789012' }
const services = ['Kinesis', 'Sqs', 'S3', 'Sns', 'Dynamodb', 'EventBridge']

function resolve (value) {
  if (Array.isArray(value)) return value.map(resolve)
  if (value === null || typeof value !== 'object') return value
  const [name] = Object.keys(value)
  if (name === 'Fn::Sub') return substitute(...[value[name]].flat())
  if (name === 'Fn::Join') return resolve(value[name][1]).join(value[name][0])
  if (name === 'Fn::GetAtt') return `arn:aws:iam::123456789012:role/${value[name][0]}`
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member)]))
}

function substitute (template, variables = {}) {
  return template.replace(/\$\{([^}]+)\}/g, (_, name) => resolve(name in variables ? variables[name] : pseudo[name]))
}

function compile (proxies) {
  const Resources = {}
  const self = {
    serverless: { service: { custom: { apiGatewayServiceProxies: proxies }, provider: { compiledCloudFormationTemplate: { Resources } } }, classes: { Error } },
    provider: { naming: { getMethodLogicalId: (resource, method) => `${method} /${resource}` }, getApiGatewayRestApiId: () => 'api' },
    apiGatewayMethodLogicalIds: [],
    getResourceId: at => at,
    getResourceName: at => at
  }
  Object.assign(self, plugin('apiGateway/validate'), plugin('apiGateway/methods'), plugin('utils'))
  for (const service of services) Object.assign(self, plugin(`package/${service.toLowerCase()}/compileMethodsTo${service}`))
  self.validated = self.validateServiceProxies()
  for (const service of services) self[`compileMethodsTo${service}`]()
  return Object.values(Resources).map(resource => resolve(resource.Properties))
}

let input = ''
process.stdin.setEncoding('utf8').on('data', text => { input += text }).on('end', () => process.stdout.write(JSON.stringify(compile(JSON.parse(input)), null, 1)))
