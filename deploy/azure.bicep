// The bot in Azure: Container Apps with two instances, PostgreSQL, and the bot's registration with Teams' channel, all
// under a managed identity, so that there is no secret to expire but the database's password. README.md says how.

@description('Short name that the resources begin with; lower case letters and digits.')
@minLength(3)
@maxLength(16)
param name string = 'sodertornsboten'

@description('Where everything is: for personal data, a region in the EU.')
param location string = resourceGroup().location

@description('The image, such as registry.azurecr.io/sodertornsboten:1.0.0.')
param image string

@description('The container registry in this resource group that the image is pulled from.')
param registryName string

@description('More tenants whose people may ask, comma-separated.')
param allowedTenants string = ''

@description('Entra object ids of those who may change the plan, comma-separated.')
param secretariatIds string = ''

@description('Password of the database; letters and digits only, so that it needs no encoding in its address.')
@secure()
@minLength(20)
param databasePassword string

var pullRole = '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
var databaseUser = 'bot'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, pullRole)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pullRole)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }

  resource plan 'databases' = {
    name: 'bot'
    properties: { charset: 'UTF8' }
  }

  // "0.0.0.0" stands for services in Azure, not for the internet. A private network is stricter, and costs more.
  resource fromAzure 'firewallRules' = {
    name: 'azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  dependsOn: [pull]
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      // Both versions run for a moment while they change: the database's migrations allow for that.
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: [
        {
          name: 'database-url'
          value: 'postgres://${databaseUser}:${databasePassword}@${database.properties.fullyQualifiedDomainName}:5432/bot?sslmode=verify-full'
        }
      ]
    }
    template: {
      // Above the ten seconds that the bot takes at most to end its turns.
      terminationGracePeriodSeconds: 20
      scale: { minReplicas: 2, maxReplicas: 2 }
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: identity.properties.tenantId }
            { name: 'ALLOWED_TENANTS', value: allowedTenants }
            { name: 'SECRETARIAT_IDS', value: secretariatIds }
            { name: 'PUBLIC_URL', value: 'https://${name}.${environment.properties.defaultDomain}' }
            { name: 'DATABASE_URL', secretRef: 'database-url' }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 2, failureThreshold: 30 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 30, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10, timeoutSeconds: 5 }
          ]
        }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Södertörnsboten'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true, enableCalling: false }
    }
  }
}

output endpoint string = 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
output appId string = identity.properties.clientId
