import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type PluginOption } from 'vite'

// `npm run dev` answers from an in-memory mock; QUEN_URL=http://localhost:8080 sends /api to a running server.
const server = process.env.QUEN_URL

export default defineConfig(async ({ command, mode }) => {
  const plugins: PluginOption[] = [react()]
  if (command === 'serve' && mode !== 'test' && !server) {
    const { mockServer } = await import('./src/dev/mockServer.ts')
    plugins.push(mockServer())
  }
  return {
    plugins,
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    server: {
      port: Number(process.env.PORT ?? 27000),
      strictPort: true,
      host: '127.0.0.1',
      proxy: server ? { '/api/v1': { target: server }, '/f/': { target: server } } : undefined,
    },
    build: {
      outDir: process.env.QUEN_UI_OUT ?? 'dist',
      emptyOutDir: true,
      target: 'es2023',
      // The content security policy allows no data: fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      manifest: true,
      sourcemap: false,
      rolldownOptions: {
        input: {
          app: fileURLToPath(new URL('./index.html', import.meta.url)),
          docs: fileURLToPath(new URL('./api/docs/index.html', import.meta.url)),
        },
      },
    },
    test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
  }
})
